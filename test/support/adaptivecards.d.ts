/** The bundle is the one form of the package that Node can load; it declares its types under the package's name only. */
declare module 'adaptivecards/dist/adaptivecards.js' {
  export * from 'adaptivecards'
}
